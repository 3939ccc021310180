'use strict';
// Loaded into a measured Node process where there is no GNU time: writes the peak of its memory when it exits.
const { writeFileSync } = require('node:fs');

const file = process.env.WAYMARK_BENCH_PEAK;
process.on('exit', () => writeFileSync(file, `${process.resourceUsage().maxRSS}\n`));
