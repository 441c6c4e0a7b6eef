'use strict';
// chartjs-node-canvas asks for `canvas`, which needs cairo to build; @napi-rs/canvas has the same interface ready to run.
const nodeCanvas = require('@napi-rs/canvas/node-canvas');

/** As in `canvas`: an SVG canvas hands out its text by `toBuffer`, which @napi-rs/canvas lacks. */
function createCanvas(width, height, type) {
  const canvas = nodeCanvas.createCanvas(width, height, type);
  if (type === 'svg') {
    canvas.toBuffer = first => {
      if (typeof first !== 'function') return canvas.getContent();
      first(null, canvas.getContent());
      return undefined;
    };
  }
  return canvas;
}

module.exports = {...nodeCanvas, createCanvas};
