/** What `plimsoll explain CODE` says about one kind of problem. */
export interface Explanation {
  readonly title: string;
  readonly text: string;
  readonly wrong: string;
  readonly right: string;
}

const WIDTH = 100;

/** An explanation as text: title, paragraph, an example of wrong and of right. */
export function explanationText(code: string, {title, text, wrong, right}: Explanation): string {
  const example = (heading: string, lines: string): string =>
    `${heading}\n${lines
      .split('\n')
      .map(line => `    ${line}`)
      .join('\n')}`;
  return `${code}: ${title}\n\n${wrapped(text)}\n\n${example('wrong', wrong)}\n\n${example('right', right)}\n`;
}

/** Lines broken between words. */
function wrapped(text: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    if (line !== '' && line.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
}
