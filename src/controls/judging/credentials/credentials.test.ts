import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { credentialInSecret, credentialInText, credentialInWords, credentialUnder } from './named-values.ts'
import { shapeOf, shapeStart } from './shapes.ts'

/** Put together here, so that no scanner takes this file for one that leaks. */
const made = {
  aws: `AKIA${'QX7WZL2M'.repeat(2)}`,
  github: `ghp_${'a1B2c3D4'.repeat(5)}`,
  jwt: ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiJ1c2VyLTEifQ', 'c2lnbmF0dXJlLXNpZ25hdHVyZS1zaWc'].join('.'),
  key: ['-----BEGIN RSA', 'PRIVATE KEY-----'].join(' '),
  random: 'q7Zr2Lx9Vb4Nw8Kd3Tm6'
}

describe('credentials by their form', () => {
  const found: Record<string, string> = {
    [made.aws]: 'an AWS access key',
    [made.github]: 'a GitHub token',
    [made.jwt]: 'a JSON web token',
    [`x\n${made.key}\ny`]: 'a private key',
    'postgres://shop:s3cr3t@db.shop/orders': 'a URL with a password',
    'amqp://:s3cr3t@broker:5672': 'a URL with a password',
    'Server=db;User Id=sa;Password=s3cr3t;': 'a connection string with a password',
    'jdbc:sqlserver://db:1433;database=x;user=sa;password=s3cr3t': 'a connection string with a password',
    'Authorization: Basic c2hvcDpzM2NyM3Q=': 'an authorization header'
  }
  for (const [text, what] of Object.entries(found)) test(what, () => assert.equal(shapeOf(text), what))

  for (const text of [
    'AKIAIOSFODNN7EXAMPLE',
    'postgres://shop:$(PASSWORD)@db/orders',
    'postgres://shop:$\x7bPASSWORD}@db/orders',
    'https://user:<password>@host/',
    'http://example.com:8080/a@b',
    'redis://redis:6379/0',
    'ssh://git@host:22/x',
    'Basic authentication is off',
    '-----BEGIN CERTIFICATE-----',
    'Server=db;Trusted_Connection=True;'
  ]) {
    test(`not in ${text}`, () => assert.equal(shapeOf(text), null))
  }

  test('a hostile text is read in no time', () => {
    const began = performance.now()
    for (const text of [
      'a:'.repeat(100_000),
      'eyJ'.repeat(60_000),
      'a://'.repeat(50_000),
      `${'='.repeat(200_000)};`,
      '-----BEGIN '.repeat(20_000)
    ]) {
      shapeOf(text)
      credentialInText(text)
      shapeStart(text)
    }
    assert.ok(performance.now() - began < 2000, `${performance.now() - began} ms`)
  })
})

describe('credentials by their name', () => {
  for (const [name, value, what] of [
    ['DB_PASSWORD', 'hunter2', 'a password'],
    ['spring.datasource.password', 'hunter2', 'a password'],
    ['keyStorePassword', 'changeme', 'a password'],
    ['PGPASSWORD', 'hunter2', 'a password'],
    ['MYSQL_PWD', 'hunter2', 'a password'],
    ['CLIENT_SECRET', made.random, 'a key or token'],
    ['apiKey', made.random, 'a key or token'],
    ['MINIO_SECRET_KEY', 'minio123', 'a key or token']
  ] as const) {
    test(`${name} holds ${what}`, () => assert.equal(credentialUnder(name, value), what))
  }

  for (const [name, value] of [
    ['DB_PASSWORD', ''],
    ['DB_PASSWORD', '$(SECRET)'],
    ['DB_PASSWORD', '/run/secrets/password'],
    ['DB_PASSWORD', '<your password>'],
    ['db.password', '![aGVsbG8=]'],
    ['db.password', '$\x7bsecure::db.password}'],
    ['PASSWORD_FILE', '/x'],
    ['PASSWORD_LENGTH', '16'],
    ['REQUIRE_PASSWORD', 'true'],
    ['SECRET_NAME', 'database'],
    ['CLIENT_SECRET', 'shop-client-secret'],
    ['TOKEN', 'vault:secret/data/shop#token'],
    ['token', '0b6cbf2f-6f3c-4a6f-8e5c-3b2c1f0d9e8a'],
    ['PARTITION_KEY', made.random],
    ['COMPASS', 'north'],
    ['API_KEY', 'shop-key-2'],
    ['ACCESS_KEY', 'minio'],
    ['SHOP_SECRET', 'secret01'],
    ['DB_PASSWORD', '**SOPS**'],
    ['DB_PASSWORD', 'hun***'],
    ['password', 'password']
  ] as const) {
    test(`${name}: ${value} holds none`, () => assert.equal(credentialUnder(name, value), null))
  }

  test('in Secrets, where less has to look like one', () => {
    assert.equal(credentialInSecret('password', 'password'), 'a password')
    assert.equal(credentialInSecret('token', 'test-token'), 'a key or token')
    assert.equal(credentialInSecret('CRYPTO_KEY_VALUE', 'a simple phrase'), 'a key of encryption')
    assert.equal(credentialInSecret('CRYPTO_KEY_SIZE', '256'), null)
    assert.equal(credentialInSecret('token', '**SOPS**'), null)
    assert.equal(credentialInSecret('password', 'your-password'), null)
  })

  test('in files of settings, but not in their comments and code', () => {
    assert.equal(credentialInText('user=sa\npassword=hunter2\n'), 'a password')
    assert.equal(credentialInText('{\n  "user": "sa",\n  "password": "hunter2"\n}'), 'a password')
    assert.equal(credentialInText('# password=hunter2\n'), null)
    assert.equal(credentialInText('password = os.environ["PASSWORD"]\n'), null)
    assert.equal(credentialInText('PASSWORD=$(cat /run/password)\n'), null)
    assert.equal(credentialInText('password: string\n'), null)
  })

  test('in the words of a command', () => {
    assert.deepEqual(credentialInWords(['--user=sa', '--password=hunter2']), { index: 1, what: 'a password' })
    assert.deepEqual(credentialInWords(['--db-password', 'hunter2']), { index: 1, what: 'a password' })
    assert.equal(credentialInWords(['--password-file', '/run/password', '--token']), null)
    assert.equal(credentialInWords(['--password', '--verbose']), null)
  })
})

test('where a credential begins in a line', () => {
  assert.equal(shapeStart(`key: ${made.aws}`), 5)
  assert.equal('url: postgres://a:b@c'.slice(shapeStart('url: postgres://a:b@c') ?? 0), 'b@c')
  assert.equal(shapeStart('image: registry.example/web:1.4'), null)
})
