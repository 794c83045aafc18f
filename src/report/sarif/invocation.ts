import type { ScanResult } from '../../scan/scan.ts'
import { unreadText } from '../input-place.ts'
import type { ArtifactUris } from './artifact-uri.ts'

/** Kinds of notifications, as `tool.driver.notifications` declares them (section 3.19.24). */
export const notificationKinds = [
  { id: 'unreadable-input', shortDescription: { text: 'Input could not be read as it should be' } },
  { id: 'unread-cluster', shortDescription: { text: 'A cluster did not give all that was asked for' } },
  { id: 'skipped-document', shortDescription: { text: 'A document holds nothing to judge' } },
  { id: 'left-out-results', shortDescription: { text: 'Results are left out, since readers take no more' } }
] as const

type NotificationKind = (typeof notificationKinds)[number]['id']

const exitDescriptions: Readonly<Record<number, string>> = {
  0: 'nothing found at or above --fail-on',
  1: 'findings at or above --fail-on',
  2: 'a mistake in what was asked for, or input that could not be read; what could be was still scanned'
}

/**
 * How the scan went (section 3.20), with a notification for everything that was not judged.
 * @param leftOut Said of results that are left out; null where all are there.
 */
export function invocation(result: ScanResult, exitCode: number, uris: ArtifactUris, leftOut: string | null): object {
  const { errors, skipped, unread } = result
  const located = (file: string, region?: object): object => ({
    physicalLocation: { artifactLocation: JSON.parse(uris.ofFile(file)), ...(region === undefined ? {} : { region }) }
  })
  const notifications = [
    ...errors.map(({ file, line, column, message }) => {
      const start = line === null ? undefined : { startLine: line, ...(column === null ? {} : { startColumn: column }) }
      return notification('unreadable-input', 'error', message, located(file, start))
    }),
    ...unread.map((each) => notification('unread-cluster', 'warning', `${unreadText(each)}: ${each.reason}`)),
    ...skipped.map(({ file, document, reason, named }) =>
      notification('skipped-document', named ? 'error' : 'note', `document ${document}: ${reason}`, located(file))
    ),
    ...(leftOut === null ? [] : [notification('left-out-results', 'warning', leftOut)])
  ]
  return {
    executionSuccessful: exitCode < 2,
    exitCode,
    exitCodeDescription: exitDescriptions[exitCode] ?? '',
    toolExecutionNotifications: notifications
  }
}

function notification(kind: NotificationKind, level: string, text: string, location?: object): object {
  const index = notificationKinds.findIndex(({ id }) => id === kind)
  const locations = location === undefined ? {} : { locations: [location] }
  return { descriptor: { id: kind, index }, level, message: { text }, ...locations }
}
