/** Preloaded into a command, writes down what it cost: seconds of CPU, megabytes at the peak. */
import { writeFileSync } from 'node:fs'

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  const cost = { cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 }
  writeFileSync(process.env.BULWARK_TEST_COST ?? '', JSON.stringify(cost))
})
