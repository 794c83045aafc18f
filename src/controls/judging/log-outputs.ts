/** Where the configuration of a log agent sends logs without encryption. */

/** Outputs of Fluent Bit that speak plain TCP or HTTP unless `tls` is on. */
const fluentBitOutputs = /^(?:es|opensearch|http|forward|loki|splunk|gelf|syslog|tcp|influxdb|opentelemetry)$/i

/**
 * The first output of a log agent's configuration that is not encrypted, as its name; `encrypted` where all are, null
 * where the text configures no output that is known. Fluent Bit, Fluentd, Filebeat, Promtail and Alloy are.
 */
export function unencryptedOutput(text: string): { readonly output: string } | 'encrypted' | null {
  if (text.length > longestText) return null
  const outputs = [...fluentBit(text), ...fluentd(text), ...loki(text), ...beats(text)]
  if (outputs.length === 0) return null
  const plain = outputs.find(({ tls }) => !tls)
  return plain === undefined ? 'encrypted' : { output: plain.name }
}

/** No agent is configured at such length. */
const longestText = 1_000_000

interface Output {
  readonly name: string
  readonly tls: boolean
}

const isLoopback = /^(?:localhost|127(?:\.\d+){3}|\[?::1\]?)$/

/** `[OUTPUT]` sections: a key and a value on each line. */
function fluentBit(text: string): Output[] {
  if (!/^[ \t]*\[OUTPUT\]/im.test(text)) return []
  return text.split(/^[ \t]*(?=\[[A-Z_]+\][ \t\r]*$)/m).flatMap((section) => {
    if (!/^\[OUTPUT\]/i.test(section)) return []
    const value = (key: string): string => new RegExp(`^[ \\t]*${key}[ \\t]+(\\S+)`, 'im').exec(section)?.[1] ?? ''
    const name = value('name')
    if (!fluentBitOutputs.test(name) || isLoopback.test(value('host'))) return []
    const tls = /^(?:on|true|yes)$/i.test(value('tls')) || /^tls$/i.test(value('mode'))
    return [{ name, tls }]
  })
}

/** `<match>` and `<store>` blocks that send to another host. */
function fluentd(text: string): Output[] {
  const found: Output[] = []
  for (const [, type = '', body = ''] of text.matchAll(
    /@type\s+"?(elasticsearch|opensearch|forward|splunk_hec|loki|http)"?\s*$([^<]{0,4000})/gm
  )) {
    // A source receives, and a part of the text that names no host sends nowhere.
    if (!/^\s*(?:hosts?|url|endpoint|hec_host|scheme)\s/m.test(body)) continue
    const tls = /^\s*(?:scheme|protocol)\s+"?https|https:\/\/|^\s*transport\s+"?tls|^\s*use_ssl\s+"?true/m.test(body)
    found.push({ name: type, tls })
  }
  return found
}

/** What pushes to Loki names the whole address. */
function loki(text: string): Output[] {
  return [
    ...text.matchAll(/\burl\s*[:=]\s*["']?(https?):\/\/([^\s"'/:]+)[^\s"']{0,200}\/loki\/api\/v1\/push/g)
  ].flatMap(([, scheme, host = '']) => (isLoopback.test(host) ? [] : [{ name: 'loki', tls: scheme === 'https' }]))
}

/** Beats take addresses as a list; one that names no scheme is left alone. */
function beats(text: string): Output[] {
  const output = /^[ \t]*output\.?(elasticsearch|logstash)?[ \t]*:/m.exec(text)
  if (output === null) return []
  const after = text.slice(output.index, output.index + 4000)
  return [...after.matchAll(/["'[\s](https?):\/\/([^\s"'/:\]]+)/g)].flatMap(([, scheme, host = '']) =>
    isLoopback.test(host) ? [] : [{ name: output[1] ?? 'elasticsearch', tls: scheme === 'https' }]
  )
}
