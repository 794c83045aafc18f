/** Proxies as small as they can be, which count what goes through them. */
import { createServer } from 'node:http'
import { type AddressInfo, connect, createServer as createTcpServer, type Server, type Socket } from 'node:net'
import type { TestContext } from 'node:test'

export interface Proxy {
  /** Host and port. */
  readonly address: string
  /** Where connections went. */
  readonly targets: string[]
}

/** An HTTP proxy that knows CONNECT and wants to be told a name and a password, if any. */
export async function startHttpProxy(t: TestContext, login: string | null = null): Promise<Proxy> {
  const targets: string[] = []
  const expected = login === null ? undefined : `Basic ${Buffer.from(login).toString('base64')}`
  const server = createServer()
  server.on('connect', (request, socket: Socket) => {
    if (request.headers['proxy-authorization'] !== expected) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
      return
    }
    const [host = '', port = ''] = (request.url ?? '').split(':')
    targets.push(`${host}:${port}`)
    const target = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      join(socket, target)
    })
  })
  return { address: await listen(t, server), targets }
}

/** A SOCKS 5 proxy without authentication (RFC 1928), for IPv4 addresses and names. */
export async function startSocksProxy(t: TestContext): Promise<Proxy> {
  const targets: string[] = []
  const server = createTcpServer((socket) => {
    socket.once('data', () => {
      socket.write(Buffer.from([5, 0]))
      socket.once('data', (request: Buffer) => {
        const isName = request[3] === 3
        const length = isName ? (request[4] ?? 0) : 4
        const start = isName ? 5 : 4
        const bytes = request.subarray(start, start + length)
        const host = isName ? bytes.toString() : [...bytes].join('.')
        const port = request.readUInt16BE(start + length)
        targets.push(`${host}:${port}`)
        const target = connect(port, host, () => {
          socket.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]))
          join(socket, target)
        })
      })
    })
  })
  return { address: await listen(t, server), targets }
}

function join(a: Socket, b: Socket): void {
  a.pipe(b).pipe(a)
  for (const socket of [a, b]) socket.on('error', () => {})
}

async function listen(t: TestContext, server: Server): Promise<string> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => sockets.add(socket))
  t.after(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}
