// What tells events apart without keeping them: hashes of 64 bits, and the tables that hold them.

import fc from "fast-check";
import { expect, test } from "vitest";
import { Hash, type Key } from "../../core/telemetry/store/hash.ts";
import { HashCache, HashSet } from "../../core/telemetry/store/hash-table.ts";
import { runs } from "../runs.ts";

function keyOf(stir: (hash: Hash) => void): string {
  const hash = new Hash();
  hash.begin();
  stir(hash);
  hash.end();
  return `${hash.low} ${hash.high}`;
}

const latin = fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((unit) => String.fromCharCode(unit)) });

test("the bytes of a text stir as the text does, wherever they stand", () => {
  fc.assert(
    fc.property(fc.array(latin, { maxLength: 4 }), latin, (texts, before) => {
      const byText = keyOf((hash) => texts.forEach((text) => void hash.text(text)));
      const byBytes = keyOf((hash) => {
        for (const text of texts) {
          const bytes = Buffer.from(`${before}${text}${before}`, "latin1");
          hash.bytes(bytes, before.length, before.length + text.length);
        }
      });
      expect(byBytes).toBe(byText);
    }),
    { numRuns: runs(1000) },
  );
});

test("different texts, and the same letters in other texts, are told apart", () => {
  const units = ["", "\0", "\u0001", "a", "b", "\u00ff", "\u0100", "\u0101", "\uff00", "\uffff"];
  const texts = units.flatMap((a) => units.flatMap((b) => units.flatMap((c) => [a + b + c, `${a}1234${b}5678${c}`])));
  const distinct = new Set(texts);
  expect(new Set([...distinct].map((text) => keyOf((hash) => hash.text(text)))).size).toBe(distinct.size);
  const cuts = [["abc"], ["ab", "c"], ["a", "bc"], ["", "abc"], ["abc", ""], ["c", "ab"]];
  const keys = cuts.map((parts) => keyOf((hash) => parts.forEach((part) => void hash.text(part))));
  expect(new Set(keys).size).toBe(cuts.length);
});

test("every sign of a text changes both halves about evenly, the last one too", () => {
  const text = "the first line of a store";
  const base = keyOf((hash) => hash.text(text));
  for (let at = 0; at < text.length; at++) {
    const other = keyOf((hash) => hash.text(`${text.slice(0, at)}~${text.slice(at + 1)}`));
    for (const half of [0, 1]) {
      const [one, two] = [base, other].map((key) => Number(key.split(" ")[half]) >>> 0) as [number, number];
      const changed = ((one ^ two) >>> 0).toString(2).replaceAll("0", "").length;
      expect(changed, `sign ${at}, half ${half}`).toBeGreaterThan(3);
    }
  }
});

test("one that goes on from another comes to what it would have come to itself", () => {
  const begun = new Hash();
  begun.begin();
  begun.text("repo");
  const whole = keyOf((hash) => ["repo", "type"].forEach((part) => void hash.text(part)));
  const goneOn = keyOf((hash) => {
    hash.goOn(begun);
    hash.text("type");
  });
  expect(goneOn).toBe(whole);
});

/** Many of them meet in one place: halves of few values beside such of any. `low` is never 0. */
const half = fc.oneof(
  fc.constantFrom(1, -1, 512, 1 << 16, 1 << 17, 0x7fffffff),
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
);
const anyKey = fc.record({ low: half.map((low) => low || 1), high: half });
const nameOf = ({ low, high }: Key) => `${low} ${high}`;

test("a set knows the first of each key, however many there are and however few were foreseen", () => {
  fc.assert(
    fc.property(fc.array(anyKey, { maxLength: 60 }), fc.nat(100), (keys, foreseen) => {
      const [set, model] = [new HashSet(foreseen), new Set<string>()];
      for (const key of [...keys, ...keys]) {
        expect(set.add(key)).toBe(!model.has(nameOf(key)));
        model.add(nameOf(key));
      }
    }),
    { numRuns: runs(500) },
  );
  const many = Array.from({ length: 20_000 }, (_, number) => ({
    low: Math.imul(number + 1, 0x9e3779b1) | 0 || 1,
    high: number % 7,
  }));
  for (const foreseen of [0, 20_000, 1e9]) {
    const set = new HashSet(foreseen);
    expect(many.every((key) => set.add(key))).toBe(true);
    expect(many.some((key) => set.add(key))).toBe(false);
  }
});

test("a cache answers what was kept last under a key, or nothing where another took its place", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyKey, fc.nat()), { maxLength: 60 }), anyKey, (kept, other) => {
      const [cache, model] = [new HashCache<number>(), new Map<string, number>()];
      for (const [key, value] of kept) {
        cache.set(key, value);
        model.set(nameOf(key), value);
        expect(cache.get(key)).toBe(value);
      }
      for (const key of [...kept.map(([key]) => key), other])
        expect([undefined, model.get(nameOf(key))]).toContain(cache.get(key));
    }),
    { numRuns: runs(500) },
  );
  const cache = new HashCache<number>();
  const keys = Array.from({ length: 1000 }, (_, number) => ({ low: number + 1, high: 0 }));
  for (const [number, key] of keys.entries()) cache.set(key, number);
  expect(keys.map((key) => cache.get(key))).toEqual(keys.map((_, number) => number));
});
