import type { KnownImage } from '../known-image.ts'
import { baseSystems } from './base-systems.ts'
import { caches } from './caches.ts'
import { databases } from './databases.ts'
import { queues } from './queues.ts'
import { webServers } from './web-servers.ts'

/** Every image of the tables. */
export const knownImages: readonly KnownImage[] = [...webServers, ...databases, ...caches, ...queues, ...baseSystems]
