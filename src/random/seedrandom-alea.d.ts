/** @types/seedrandom describes the package's main file only; the one generator used here is a file of its own. */
declare module 'seedrandom/lib/alea.js' {
  interface Alea {
    (): number;
    /** 32 bits as a signed integer. */
    int32(): number;
  }
  export default function alea(seed: string): Alea;
}
