/** A mapping as a plain object. A key named `__proto__` is data like any other. */
export type YamlMapping = Record<string, unknown>

/** Sets an own property, whatever its name. */
export function setOwn(mapping: YamlMapping, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(mapping, key, { value, writable: true, enumerable: true, configurable: true })
  else mapping[key] = value
}
