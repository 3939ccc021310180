'use strict';
// Loaded into a measured Node process where there is no GNU time: writes its CPU time and the peak of its memory when it exits.
const { writeFileSync } = require('node:fs');

const file = process.env.WAYMARK_BENCH_USAGE;
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeFileSync(file, `${userCPUTime / 1e6} ${systemCPUTime / 1e6} ${maxRSS}\n`);
});
