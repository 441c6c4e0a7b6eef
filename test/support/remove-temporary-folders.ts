import {afterAll} from 'vitest';
import {removeTemporaryFolders} from './temporary-folder.js';

// run before every test file (vitest.config.ts), so that what the file leaves behind goes with it
afterAll(removeTemporaryFolders);
