import {validatorSource} from './schema/v2.js'; import {readLanguage} from './schema/read-language.js'; import fs from 'fs';
const s=await validatorSource(readLanguage(process.cwd())); fs.writeFileSync('/tmp/v2.mjs',s); console.log('allErrors: true, inlineRefs: false, messages: false,',s.length);
