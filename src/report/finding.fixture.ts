import type { Finding } from '../scan/finding.ts'
import type { ScanResult } from '../scan/scan.ts'
import { emptySummary } from '../scan/summary.ts'
import type { PageStore } from './byte-pages.ts'
import type { Report } from './report.ts'

/** For tests: a finding of `privileged-container` in a Deployment, changed as the test wants it. */
export function findingWith(changes: Partial<Finding> = {}): Finding {
  return {
    control: 'privileged-container',
    severity: 'critical',
    status: 'fail',
    reason: null,
    resource: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'web' },
    container: { name: 'app', type: 'container' },
    file: 'k8s/web.yaml',
    document: 0,
    line: 12,
    column: 21,
    located: 'exact',
    path: 'spec.template.spec.containers[0].securityContext.privileged',
    message: 'container "app" runs privileged',
    where: 'container "app"',
    fix: 'breaking',
    fingerprint: '0123456789abcdef',
    maps: { cis: ['5.2.2'], pss: ['privileged'] },
    fails: ['guide'],
    exception: null,
    ...changes
  }
}

/** For tests: the same finding, tolerated. */
export function exceptedFinding(changes: Partial<Finding> = {}): Finding {
  const exception = { id: 'legacy', reason: 'needs a device', owner: 'shop@example.com', expires: '2027-03-31' }
  return findingWith({ status: 'excepted', exception, ...changes })
}

/** For tests: a verdict that could not be reached. */
export function unknownFinding(changes: Partial<Finding> = {}): Finding {
  return findingWith({ status: 'unknown', reason: 'no such key: x', message: 'pod cannot be judged', ...changes })
}

/** For tests: a result of a scan in which all was read. */
export function resultWith(changes: Partial<ScanResult> = {}): ScanResult {
  return {
    summary: emptySummary(0),
    controls: [],
    skipped: [],
    errors: [],
    unread: [],
    leftOut: 0,
    live: false,
    partly: null,
    ...changes
  }
}

/** For tests: pages kept in memory, and given in one and the same buffer, as a file's are. */
export function pageList(): PageStore {
  let stored = Buffer.alloc(0)
  const buffer = Buffer.alloc(1 << 20)
  return {
    put(page) {
      stored = Buffer.concat([stored, page])
      return stored.length - page.length
    },
    get(position, length) {
      stored.copy(buffer, 0, position, position + length)
      return buffer.subarray(0, length)
    }
  }
}

/** For tests: what a report of these findings reads as. */
export function written(report: Report, findings: readonly Finding[], result: ScanResult = resultWith()): string {
  report.add(findings)
  const parts = Array.from(report.finish(['guide'], result, 1), (part) => Buffer.from(part))
  return Buffer.concat(parts).toString()
}
