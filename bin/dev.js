#!/usr/bin/env -S npx tsx
import {execute} from '@oclif/core/execute';

await execute({development: true, loadOptions: {root: import.meta.dirname, ignoreManifest: true}});
