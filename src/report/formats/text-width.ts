/** Columns that a terminal gives to a text: two to each wide East Asian sign or emoji, none to combining marks. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const sign of text) width += columnsOf(sign);
  return width;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const NO_WIDTH = /\p{Mark}|\p{Default_Ignorable_Code_Point}/u;

function columnsOf(sign: string): number {
  if (sign >= ' ' && sign <= '~') return 1;
  if (NO_WIDTH.test(sign)) return 0;
  return WIDE.test(sign) ? 2 : 1;
}

/** Text cut to so many columns, with … where something was cut off. */
export function cutTo(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let kept = '';
  let width = 0;
  for (const sign of text) {
    width += columnsOf(sign);
    if (width > columns - 1) break;
    kept += sign;
  }
  return `${kept}…`;
}

export function padRight(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)));
}

export function padLeft(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - displayWidth(text))) + text;
}

/** Lines of at most so many columns, broken between words, never inside `80.3 % ± 0.4`; a word that is too long is broken. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of held(text)
    .split(/[ \n\t]+/)
    .filter(part => part !== '')
    .flatMap(part => pieces(part, columns))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (displayWidth(longer) <= columns) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return (line === '' ? lines : [...lines, line]).map(one => one.replaceAll(HELD, ' '));
}

const HELD = '\u00a0';

/** Figures with their units and ± held together by unbreakable spaces. */
function held(text: string): string {
  return text.replace(/ ± /g, `${HELD}±${HELD}`).replace(/(?<=\d) (?=(?:%|s|min|h)(?!\p{L}))/gu, HELD);
}

function pieces(word: string, columns: number): string[] {
  const found = [''];
  let width = 0;
  for (const sign of word) {
    width += columnsOf(sign);
    if (width > columns) {
      found.push('');
      width = columnsOf(sign);
    }
    found[found.length - 1] += sign;
  }
  return found;
}

/** Control characters made visible, so that a name in a scenario cannot steer the terminal. */
export function harmless(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}
