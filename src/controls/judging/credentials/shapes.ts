/** What a credential looks like that can be told by itself. */
interface Shape {
  /** For the user, with its article. */
  readonly what: string
  readonly pattern: RegExp
}

/**
 * Formats that providers gave their credentials so that they can be recognized. Each pattern is linear in the length of
 * the text.
 */
const shapes: readonly Shape[] = [
  { what: 'a private key', pattern: /-----BEGIN (?:[A-Z]{2,12} )?PRIVATE KEY(?: BLOCK)?-----/ },
  { what: 'an AWS access key', pattern: /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/ },
  { what: 'a GitHub token', pattern: /\bgh[pousr]_[A-Za-z0-9]{36,}|\bgithub_pat_\w{60,}/ },
  { what: 'a GitLab token', pattern: /\bgl(?:pat|dt|rt|cbt|ptt|ft|soat)-[\w-]{20,}/ },
  { what: 'a Slack token', pattern: /\bxox[abeoprs]-[A-Za-z0-9-]{20,}|\bxapp-\d-[A-Z0-9]+-\d+-[a-z0-9]+/ },
  { what: 'a Slack webhook', pattern: /\bhooks\.slack\.com\/(?:services|workflows)\/T[A-Z0-9]{8,}\/[A-Za-z0-9/]{20,}/ },
  { what: 'a Google API key', pattern: /\bAIza[\w-]{35}(?![\w-])/ },
  { what: 'a Google OAuth secret', pattern: /\bGOCSPX-[\w-]{28}/ },
  { what: 'a Stripe key', pattern: /\b[rs]k_live_[A-Za-z0-9]{20,}/ },
  { what: 'an npm token', pattern: /\bnpm_[A-Za-z0-9]{36}\b/ },
  { what: 'a PyPI token', pattern: /\bpypi-AgEI[\w-]{50,}/ },
  { what: 'a SendGrid key', pattern: /\bSG\.[\w-]{20,24}\.[\w-]{39,50}/ },
  { what: 'an OpenAI key', pattern: /\bsk-(?:proj|svcacct|admin)-[\w-]{40,}|\bsk-[A-Za-z0-9]{48}\b/ },
  { what: 'an Anthropic key', pattern: /\bsk-ant-[\w-]{40,}/ },
  { what: 'a Hugging Face token', pattern: /\bhf_[A-Za-z]{34}\b/ },
  { what: 'a DigitalOcean token', pattern: /\bdo[opr]_v1_[a-f0-9]{64}\b/ },
  { what: 'a Docker Hub token', pattern: /\bdckr_(?:pat|oat)_[\w-]{27,}/ },
  { what: 'a Vault token', pattern: /\bhv[bsr]\.[\w-]{24,}/ },
  { what: 'a Grafana token', pattern: /\bgl(?:sa|c)_[A-Za-z0-9_]{32,}/ },
  { what: 'a Databricks token', pattern: /\bdapi[a-f0-9]{32}\b/ },
  { what: 'an Azure storage key', pattern: /\b(?:AccountKey|SharedAccessKey)=[A-Za-z0-9+/]{40,}={0,2}/ },
  { what: 'an Azure client secret', pattern: /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~.-])/ },
  { what: 'a JSON web token', pattern: /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}/ },
  { what: 'an age key', pattern: /\bAGE-SECRET-KEY-1[A-Z0-9]{58}\b/ }
]

/** What one of the shapes, a URL, a connection string or a header must have: one look instead of thirty. */
const hint =
  /-----BEGIN |A(?:KIA|SIA|Iza|GE-)|g(?:h[pousr]_|ithub_pat_|l(?:[a-z]{2,4}-|sa_|c_))|xox|xapp-|hooks\.slack|GOCSPX|k_live_|npm_|pypi-|SG\.|sk-|hf_|do[opr]_v1|dckr_|hv[bsr]\.|dapi|AccessKey=|AccountKey=|Q~|eyJ|:\/\/|pwd|password|basic |bearer /i

/** `scheme://user:password@host`. */
const urlPassword = /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/'"<>]{0,100}:([^\s@/'"]{1,200})@[\w.[-]/gi

/** `Password=…` beside the server in a connection string. */
const connectionString = /\b(?:server|data source|host|user id|uid|database)\s*=[^;]{1,200};/i
const connectionPassword = /(?:^|;)\s*(?:password|pwd)\s*=\s*([^;\s'"]{1,200})/i

/** The value of an `Authorization` header. */
const authorization = /\b(?:Basic\s+([A-Za-z0-9+/]{12,}={0,2})|Bearer\s+([\w.~+/-]{20,}))(?![\w+/=])/

/** Texts longer than this are cut: what is a credential stands in the first part or is one among much else. */
const longestText = 200_000

/** What kind of credential a text holds, by its form alone; null for none. */
export function shapeOf(text: string): string | null {
  const part = text.length > longestText ? text.slice(0, longestText) : text
  if (!hint.test(part)) return null
  for (const { what, pattern } of shapes) {
    const match = pattern.exec(part)
    if (match !== null && !isSample(match[0])) return what
  }
  for (const [, password = ''] of part.matchAll(urlPassword)) {
    if (!isPlaceholder(password)) return 'a URL with a password'
  }
  const [, secret] = connectionString.test(part) ? (connectionPassword.exec(part) ?? []) : []
  if (secret !== undefined && !isPlaceholder(secret)) return 'a connection string with a password'
  const header = authorization.exec(part)
  if (header !== null && /authorization/i.test(part) && !isPlaceholder(header[1] ?? header[2] ?? '')) {
    return 'an authorization header'
  }
  return null
}

/** Where in a line something begins that looks like a credential; null where nothing does. */
export function shapeStart(line: string): number | null {
  if (!hint.test(line)) return null
  for (const { pattern } of shapes) {
    const match = pattern.exec(line)
    if (match !== null) return match.index
  }
  for (const match of line.matchAll(urlPassword)) return match.index + match[0].indexOf(`:${match[1] ?? ''}@`) + 1
  const password = connectionPassword.exec(line)
  return password === null ? null : password.index
}

/** Documentation of providers uses such values. */
function isSample(text: string): boolean {
  return /EXAMPLE|XXXX|xxxx|0{12}|1234567890/.test(text)
}

const placeholders =
  /^(?:[<[{(%$`!@].*|.*[$%]\(.*|.*\$\{.*|.*\{\{.*|.*<[\w .-]+>.*|__.*__|(?:enc|vault|env|file|ref|op|aws|gcp|azure|sops|secretref|secret):?[\\/(+:[].*|your[-_ ]?.*|.*[-_]?your[-_].*|x{3,}|\*+|\*\*.*|.*\*\*\*|•+|\.{3,}|-+|(?:to)?be?replaced?.*|todo.*|fixme.*|replace[-_ ]?.*|placeholder|example|none|null|nil|undefined|redacted|removed|hidden|unset|empty|dummy|n\/a|true|false|yes|no|on|off|optional|required|string|str|disabled|enabled|\d{1,3})$/i

/** True for what stands where a credential would: a reference, a template's variable, a word for none. */
export function isPlaceholder(value: string): boolean {
  const trimmed = value.trim()
  if (trimmed === '' || /^[A-Z]+_[A-Z_]+$/.test(trimmed)) return true
  return placeholders.test(trimmed)
}
