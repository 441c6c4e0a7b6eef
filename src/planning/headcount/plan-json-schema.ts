import type {JsonSchema} from '../../scenario/schema/field.js';
import {planDocument} from './plan-schema.js';

/** JSON Schema of plan files (draft 2020-12), for editors. It accepts everything the reader accepts; the reader knows more. */
export function planJsonSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Plimsoll plan of headcount',
    description: 'What plimsoll plan works out: who is there, who comes and goes, month by month.',
    ...planDocument.json,
  };
}
