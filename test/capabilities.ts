import { readFileSync, writeFileSync } from 'node:fs';
import { readmePath, withCapabilities } from './documentation/readme';

/** `npm run capabilities` brings README's tables up to date with the catalogues. */
writeFileSync(readmePath, withCapabilities(readFileSync(readmePath, 'utf8')));
