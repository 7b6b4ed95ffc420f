// 64 bits that tell apart what was stirred in, in order; after cyrb53 by bryc (public domain), both halves whole. Four units at a
// time: a report stirs hundreds of bytes of each of its events.

export interface Key {
  readonly low: number;
  readonly high: number;
}

export class Hash implements Key {
  low = 0;
  high = 0;

  begin(): void {
    this.low = 0xdeadbeef | 0;
    this.high = 0x41c6ce57;
  }

  /** Goes on from where another one is. */
  goOn({ low, high }: Key): void {
    this.low = low;
    this.high = high;
  }

  text(text: string): void {
    let { low, high } = this;
    for (let at = 0; at < text.length; at += 4) {
      const first = text.charCodeAt(at);
      const second = unitAt(text, at + 1);
      const third = unitAt(text, at + 2);
      const fourth = unitAt(text, at + 3);
      const units = first | (second << 8) | (third << 16) | (fourth << 24);
      low = turned(Math.imul(low ^ units, 2654435761));
      high = turned(Math.imul(high ^ units, 1597334677));
      if ((first | second | third | fourth) < 0x100) continue;
      low = turned(Math.imul(low ^ (first | (third << 16)), 2654435761));
      high = turned(Math.imul(high ^ (second | (fourth << 16)), 1597334677));
    }
    this.low = low;
    this.high = high;
    this.number(text.length);
  }

  /** As `text()` does with these bytes as characters. */
  bytes(bytes: Uint8Array, start: number, end: number): void {
    let { low, high } = this;
    let at = start;
    for (; at + 3 < end; at += 4) {
      const units =
        (bytes[at] as number) |
        ((bytes[at + 1] as number) << 8) |
        ((bytes[at + 2] as number) << 16) |
        ((bytes[at + 3] as number) << 24);
      low = turned(Math.imul(low ^ units, 2654435761));
      high = turned(Math.imul(high ^ units, 1597334677));
    }
    if (at < end) {
      let units = 0;
      for (let shift = 0; at < end; at++, shift += 8) units |= (bytes[at] as number) << shift;
      low = turned(Math.imul(low ^ units, 2654435761));
      high = turned(Math.imul(high ^ units, 1597334677));
    }
    this.low = low;
    this.high = high;
    this.number(end - start);
  }

  /** Also where a text ends matters: "ab" and "c" are not "a" and "bc". */
  number(number: number): void {
    this.low = Math.imul(this.low ^ number, 2654435761);
    this.high = Math.imul(this.high ^ number, 1597334677);
  }

  /** Nothing is stirred in after it. `low` is never 0. */
  end(): void {
    let { low, high } = this;
    low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
    high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
    this.low = low | 0 || 1;
    this.high = high | 0;
  }
}

/** 0 where there is none; NaN, once met, would make each later look cost double. */
const unitAt = (text: string, at: number): number => (at < text.length ? text.charCodeAt(at) : 0);

/** Else what comes last would never reach the lower bits. */
const turned = (half: number): number => (half << 13) | (half >>> 19);
