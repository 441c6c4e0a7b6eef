import {createRequire} from 'node:module';
import {describe, expect, it} from 'vitest';

interface Canvas {
  getContext(kind: '2d'): {fillRect(x: number, y: number, width: number, height: number): void};
  toBuffer(first?: unknown, second?: unknown): Buffer;
}
const {createCanvas, registerFont, Image} = createRequire(import.meta.url)('canvas') as {
  createCanvas(width: number, height: number, type?: string): Canvas;
  registerFont: unknown;
  Image: unknown;
};

describe('the stand-in for canvas', () => {
  it('has what chartjs-node-canvas asks for', () => {
    expect([typeof createCanvas, typeof registerFont, typeof Image]).toEqual(['function', 'function', 'function']);
  });

  it('hands out a PNG', () => {
    const canvas = createCanvas(20, 10);
    canvas.getContext('2d').fillRect(0, 0, 5, 5);
    expect(canvas.toBuffer('image/png').subarray(1, 4).toString()).toBe('PNG');
  });

  it('hands out an SVG as a buffer, at once and by callback', async () => {
    const canvas = createCanvas(20, 10, 'svg');
    canvas.getContext('2d').fillRect(0, 0, 5, 5);
    expect(canvas.toBuffer().toString()).toContain('<svg');
    const called = await new Promise<Buffer>((resolve, reject) =>
      canvas.toBuffer((error: Error | null, svg: Buffer) => (error === null ? resolve(svg) : reject(error))),
    );
    expect(called.toString()).toContain('<svg');
  });
});
