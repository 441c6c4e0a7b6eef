import {document} from './document.js';
import type {JsonSchema} from './field.js';
import {gatesFile} from './gates.js';

/**
 * JSON Schema of scenario files (draft 2020-12), for editors: completion, documentation under the pointer, and the
 * plainest mistakes. It accepts everything the reader accepts; the reader knows more.
 */
export function scenarioJsonSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Plimsoll scenario',
    description: 'What plimsoll simulates: contacts, agents and how they meet.',
    ...document.json,
  };
}

/** JSON Schema of files of gates, for editors. */
export function gatesJsonSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Plimsoll gates',
    description: 'Rules by which plimsoll gate judges a scenario.',
    ...gatesFile.json,
  };
}
