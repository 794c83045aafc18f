/** A way through a SOCKS proxy. The bundle keeps it in a file of its own: few clusters are behind one. */
export { SocksProxyAgent } from 'socks-proxy-agent'
