/**
 * How expressions are made, by the type that they mostly have: without parts, and from parts. `<int>` stands for an
 * expression of type int or, seldom, of another; `<=list>` for a list alone, `<field>` for a name. Maps that are looped over have one key at most, since the API server's
 * loops over maps have no order.
 */
export interface Templates {
  readonly leaves: readonly string[]
  readonly from: readonly string[]
}

/** What expressions refer to. */
export const variables = {
  object: {
    name: 'web',
    count: 3,
    ratio: 1.5,
    flag: true,
    nothing: null,
    list: [3, 1, 2],
    nested: [
      { a: 1, b: 'x' },
      { a: 2, c: { d: true } }
    ],
    one: { key: 'value' }
  },
  x: 5,
  text: 'héllo'
}

const field = ['name', 'count', 'ratio', 'flag', 'nothing', 'list', 'nested', 'one', 'zzz', 'a', 'key', 'length']

export const templates: Readonly<Record<string, Templates>> = {
  field: { leaves: field, from: [] },
  int: {
    leaves: ['0', '1', '-1', '2', '7', '9223372036854775807', '-9223372036854775808', '9007199254740993', 'x'],
    from: [
      '(<int> + <int>)',
      '(<int> - <int>)',
      '(<int> * <int>)',
      '(<int> / <int>)',
      '(<int> % <int>)',
      '-<int>',
      'int(<double>)',
      'int(<uint>)',
      'int(<string>)',
      'int(<time>)',
      'size(<string>)',
      '<list>.size()',
      '<map>.size()',
      '<list>[0]',
      '(<bool> ? <int> : <int>)',
      '<optional>.orValue(<int>)',
      '<optional>.value()',
      '<time>.getHours()',
      '<time>.getMilliseconds()'
    ]
  },
  double: {
    leaves: ['0.0', '-0.0', '1.0', '1.5', '-2.25', '1e10', '1e300', '9223372036854775808.0', "double('NaN')"],
    from: [
      '(<double> + <double>)',
      '(<double> - <double>)',
      '(<double> * <double>)',
      '(<double> / <double>)',
      '-<double>',
      'double(<int>)',
      'double(<uint>)',
      'double(<string>)'
    ]
  },
  uint: {
    leaves: ['0u', '1u', '2u', '18446744073709551615u'],
    from: [
      '(<uint> + <uint>)',
      '(<uint> - <uint>)',
      '(<uint> * <uint>)',
      '(<uint> / <uint>)',
      'uint(<int>)',
      'uint(<double>)'
    ]
  },
  bool: {
    leaves: ['true', 'false', 'object.flag'],
    from: [
      '(<bool> && <bool>)',
      '(<bool> || <bool>)',
      '(<bool> && <bool> && <bool>)',
      '(<bool> || <bool> || <bool>)',
      '(<bool> != <bool>)',
      '!<bool>',
      '(<int> < <int>)',
      '(<int> == <int>)',
      '(<double> <= <double>)',
      '(<double> == <double>)',
      '(<int> < <double>)',
      '(<uint> >= <int>)',
      '(<dyn> > <dyn>)',
      '(<dyn> == <dyn>)',
      '(<dyn> != <any>)',
      '(<string> < <string>)',
      '<string>.contains(<string>)',
      '<string>.startsWith(<string>)',
      '(<int> in <list>)',
      '(<string> in <map>)',
      '(<dyn> in <list>)',
      '(<list> == <list>)',
      '(<map> == <map>)',
      '(<optional> == <optional>)',
      '(<time> < <time>)',
      '<=list>.all(i, <bool>)',
      '<=list>.exists(i, <bool>)',
      '<=list>.all(i, i > <int>)',
      '<=list>.exists(i, <int> / i > 0)',
      '<=list>.exists_one(i, i == <int>)',
      '<=list>.exists(i, v, v > i)',
      '<=map>.all(k, v, v > <int>)',
      '<optional>.hasValue()',
      'has(object.<field>)',
      'has(object.?nested[<int>].<field>)',
      'has(object.one.<field>)'
    ]
  },
  string: {
    leaves: ["''", "'a'", "'abc'", "'é😀'", "'42'", "'-1'", "'true'", "'1.5'", "'key'", 'text', 'object.name'],
    from: [
      '(<string> + <string>)',
      'string(<int>)',
      'string(<double>)',
      'string(<bool>)',
      'string(<time>)',
      '(<bool> ? <string> : <string>)',
      "{'key': <string>}.key",
      '[<string>][<int>]'
    ]
  },
  list: {
    leaves: ['[]', '[1, 2, 3]', '[0, 1]', 'object.list'],
    from: [
      '[<int>, <int>]',
      '(<list> + <list>)',
      '<=list>.map(i, i * <int>)',
      '<=list>.map(i, i > 0, <int>)',
      '<=list>.filter(i, i > <int>)',
      '<=list>.filter(i, <bool>)',
      '<=list>.transformList(i, v, v + i)',
      '<=list>.map(i, <=list>.map(j, i + j))[0]',
      '[?<optional>]'
    ]
  },
  map: {
    leaves: ['{}', "{'key': 1}", 'object.one', '{1: 2}'],
    from: [
      '{<string>: <int>}',
      "{?'a': <optional>}",
      '<=map>.transformMap(k, v, v + <int>)',
      '<=map>.transformMap(k, v, v > <int>, 1)',
      '<=list>.transformMapEntry(i, v, {v: i})'
    ]
  },
  optional: {
    leaves: ['optional.none()', 'optional.of(1)', 'object.?count', 'object.?zzz', 'object.?nested[?1].?a'],
    from: [
      'optional.of(<int>)',
      'optional.ofNonZeroValue(<int>)',
      '<optional>.or(<optional>)',
      '<optional>.optMap(y, y + <int>)',
      '<optional>.optFlatMap(y, <optional>)',
      '(<bool> ? <optional> : <optional>)',
      '<list>[?<int>]',
      '<map>[?<string>]',
      '<list>.first()'
    ]
  },
  dyn: {
    leaves: ['object', 'x', 'text', 'object.nested', 'object.zzz'],
    from: [
      'dyn(<any>)',
      'object.<field>',
      'object.<field>.<field>',
      'object.?<field>.orValue(null)',
      'object.nested[0].<field>',
      'object.nested[<int>].a',
      'object.list[<int>]',
      'object[<string>]',
      '<dyn>.<field>',
      '<dyn>.?<field>',
      '<dyn>[<dyn>]',
      '(<bool> ? <dyn> : <dyn>)',
      '(<dyn> + <dyn>)',
      '(<dyn> - <dyn>)',
      '(<dyn> && <bool>)',
      '<dyn>.size()',
      'string(<dyn>)'
    ]
  },
  time: {
    leaves: ["duration('1h')", "duration('-1.5s')", "duration('1ns')"],
    from: ['(<time> + <time>)', '(<time> - <time>)', '(<moment> - <moment>)', '-<time>']
  },
  moment: {
    leaves: ["timestamp('2024-02-29T12:00:00Z')", "timestamp('1969-12-31T23:59:59.5Z')", 'timestamp(0)'],
    from: ['(<moment> + <time>)', '(<moment> - <time>)', 'timestamp(<int>)']
  },
  any: {
    leaves: ['null', "b'ab'", 'type(1)', 'int'],
    from: [
      '<int>',
      '<double>',
      '<uint>',
      '<bool>',
      '<string>',
      '<list>',
      '<map>',
      '<optional>',
      '<dyn>',
      '<moment>',
      '{<string>: <any>}',
      '[<any>, <any>]'
    ]
  }
}
