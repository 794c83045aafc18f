/** What arbitrary YAML is put together from: scalars of every type, tags, lines of manifests, single tokens. */

/** Plain scalars, and what looks like one. */
// biome-ignore format: one piece a line would fill pages
export const words = [
  'a', 'name', 'image', 'nginx:1.25', 'y', 'n', 'Yes', 'NO', 'on', 'Off', 'true', 'FALSE', 'null', '~', 'Null',
  'nul', 'yes please', 'http://x.y/z?q=1#f', 'a:b', 'a#b', '-', '--', '-a', '- b', ':', ':a', '?', '?a', '<<',
  '=', '.', '..', '...', '---', 'é', '日本', '😀', 'x y  z', 'a\tb', '[', ']', '{a', '}', 'a,b', '@x', '`x', '%x',
  '!x', '&x', '*x', '|', '>', "it's", '"q"', '\\', '/', 'tag:yaml.org', '__proto__', 'constructor', 'toString',
  '1 2', 'a -b', 'a ?b', 'x: y', 'a #b', '\u00a0', 'a\u2028b', 'a\u0085b', '\u00a0x\u00a0'
]

/** Numbers, and what looks like one. */
// biome-ignore format: one piece a line would fill pages
export const numbers = [
  '0', '-0', '+0', '1', '-1', '+12', '007', '0644', '08', '0o17', '0O17', '0o8', '0x1F', '0XfF', '-0x10',
  '0b101', '-0b11', '+0b1', '0b2', '0b-1', '0b+1', '1_000', '1__0', '_1', '1_', '0_7', '9007199254740991',
  '9007199254740992', '-9007199254740993', '9223372036854775807', '9223372036854775808',
  '-9223372036854775808', '-9223372036854775809', '18446744073709551615', '18446744073709551616',
  '123456789012345678901234567890', '0xFFFFFFFFFFFFFFFF', '1.5', '1.', '.5', '-.5', '+.5', '.5e3', '.5_0',
  '._5', '.5_', '1e3', '1E+3', '1e-3', '1e', '1e400', '-1e400', '1e-400', '.5e400', '1.5e300', '1e21', '1e20',
  '1e-7', '123456.789', '1000000.5', '0.1', '0.00001', '-0.0', '.inf', '-.INF', '+.Inf', '.nan', '.NaN',
  '12:30', '12:30:45', '190:20:30', '2001-01-01', '2001-12-14t21:59:43.10-05:00', '2001-12-14 21:59:43.1',
  '2001-02-30', '1.2.3', '0x', '0b', '0o', '0x1p4', 'Infinity', 'NaN', '1e1_0', '3.', '-', '+', '1,000',
  '0.0.0.0', '00', '0.', '-.', '0x_1', '+-1', '16777217.0', '3.4e38', '3.5e38', '1e-45', '1e-50'
]

/** Tags, well known, unknown and wrong. */
// biome-ignore format: one piece a line would fill pages
export const tags = [
  '!', '!!str', '!!int', '!!float', '!!bool', '!!null', '!!binary', '!!set', '!!omap', '!!map', '!!seq',
  '!!timestamp', '!!merge', '!local', '!e!x', '!<tag:yaml.org,2002:str>', '!<tag:yaml.org,2002:int>', '!!foo',
  '!a%21b', '!%zz', '!<', '!!'
]

/** Lines of a manifest, in order. */
// biome-ignore format: one piece a line would fill pages
export const manifestLines = [
  'apiVersion: v1', 'kind: Pod', 'metadata:', '  name: web', '  labels: {app: web, tier: "front"}', 'spec:',
  '  containers:', '  - name: app', '    image: nginx:1.25', '    args: ["-c", \'x\', y]',
  '    securityContext:', '      privileged: yes', '      runAsUser: 0', '      capabilities:',
  '        add: [NET_ADMIN]', '    resources:', '      limits:', '        cpu: 100m', '        memory: 1e3',
  '    command:', '    - sh', '    - -c', '    - |', '      set -e', '      echo "hi" # no', '', '  volumes:',
  '    - name: data', '      emptyDir: {}', '    - hostPath:', '        path: /etc', '        type: ""',
  '  # a comment', '  hostNetwork: off', 'data:', '  key: >-', '    folded', '    text', '', '      more',
  '  empty:', '  multi: one', '    two', '  mode: 0644', '  big: 12345678901234567890', "  quote: 'it''s'",
  '  url: http://a.b:80/c', '  anchor: &x {a: 1}', '  merge:', '    <<: *x', '    b: *x',
  '  template: {{ .Values.x }}', '---', '...', '- item', '\tx: 1'
]

/** Tokens and line breaks. */
// biome-ignore format: one piece a line would fill pages
export const tokens = [
  'a', 'b: ', 'c', ': ', ':', '- ', '-', '? ', '?', '[', ']', '{', '}', ', ', ',', '"', "'", '"x"', "'y'", '|',
  '>', '|2', '>-', '&a ', '*a', '!t ', '!!str ', '!!int ', '#', ' # c', '\n', '\n', '\n', '\n  ', '\n  ',
  '\n    ', ' ', '  ', '\t', '\\', '12', 'yes', '<<: ', '%', '@', '`', '---', '...', '\r', '\r\n', '\u0085',
  '\u2028', 'é', '😀', '~', '=', '\u0007', '\n---\n', '\n...\n'
]
