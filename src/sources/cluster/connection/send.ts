import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import http from 'node:http'
import https, { type RequestOptions } from 'node:https'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { ConnectionFault } from './connection-fault.ts'

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export interface SendLimits {
  /** How long nothing may come, in milliseconds. */
  readonly idle: number
  /** How long all of it may take, in milliseconds. */
  readonly total: number
  /** The largest answer, in bytes. */
  readonly bytes: number
}

const unzip = promisify(gunzip)

/**
 * Sends one request and gives the whole answer, whatever its status.
 * @param form What is posted, if anything.
 * @throws ConnectionFault where it takes too long or is too large; otherwise what Node throws.
 */
export async function send(url: URL, options: RequestOptions, limits: SendLimits, form?: string): Promise<Answer> {
  const { status, headers, body } = await receive(url, options, limits, form)
  if (headers['content-encoding'] !== 'gzip') return { status, headers, body }
  try {
    return { status, headers, body: await unzip(body, { maxOutputLength: limits.bytes }) }
  } catch (error) {
    const isLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw isLarge
      ? tooLarge(limits)
      : new ConnectionFault('garbled', `${url.host} sent an answer that cannot be unpacked`)
  }
}

function receive(url: URL, options: RequestOptions, limits: SendLimits, form: string | undefined): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { request } = url.protocol === 'http:' ? http : https
    const sent = request(url, options, (message) => {
      idle.refresh()
      collect(message, limits, () => idle.refresh()).then(resolve, fail)
    })
    const fail = (error: unknown): void => {
      clearTimeout(idle)
      clearTimeout(total)
      reject(error)
      sent.destroy()
    }
    const silent = (milliseconds: number): (() => void) => {
      const message = `${url.host} gave no whole answer within ${milliseconds / 1000} s`
      return () => fail(new ConnectionFault('silent', message))
    }
    const idle = setTimeout(silent(limits.idle), limits.idle)
    const total = setTimeout(silent(limits.total), limits.total)
    sent.on('close', () => {
      clearTimeout(idle)
      clearTimeout(total)
    })
    sent.on('error', fail)
    sent.end(form)
  })
}

function collect(message: IncomingMessage, limits: SendLimits, onData: () => void): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    message.on('data', (chunk: Buffer) => {
      onData()
      length += chunk.length
      if (length > limits.bytes) reject(tooLarge(limits))
      else chunks.push(chunk)
    })
    message.on('error', reject)
    message.on('end', () => {
      resolve({ status: message.statusCode ?? 0, headers: message.headers, body: Buffer.concat(chunks, length) })
    })
  })
}

function tooLarge({ bytes }: SendLimits): ConnectionFault {
  return new ConnectionFault('oversized', `an answer is larger than ${Math.round(bytes / 1024 / 1024)} MB`)
}
