/** Prints as JSON which files Node reads for the modules that it is given, and for all that they ask for, as a list of addresses. */
import { Session } from 'node:inspector';

const session = new Session();
const addresses = new Set();
session.connect();
session.on('Debugger.scriptParsed', ({ params: { url } }) => url.startsWith('file:') && addresses.add(url));
session.post('Debugger.enable');
const own = new Set(addresses);
for (const module of process.argv.slice(2)) await import(module);
process.stdout.write(JSON.stringify([...addresses].filter((address) => !own.has(address))));
