/** Writes docs/images.md: what is known about common images, with its sources. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { imagesDocument } from './images-document.ts'

writeFileSync(join(import.meta.dirname, '../docs/images.md'), imagesDocument())
