/**
 * No file of the house may lead back to itself through what it imports, types and Astro files included.
 * `node config/checks/circles.ts [root]` exits with 1 and names each circle by its shortest way round.
 */
import { ownFiles } from '../run/parts/own-files.ts';
import { report } from './report.ts';
import { readImports, type Imports } from './imports.ts';

const PARTS = ['plugins', 'config', 'database', 'site', 'cms', 'tests'];

/** The circles among files, each as its shortest way round: the first file is not repeated at the end. */
export function findCircles(imports: Imports): string[][] {
  return knots(imports).map((knot) => shortestRound(imports, knot));
}

/** Groups of files that all reach each other (Tarjan's strongly connected components), without the harmless ones. */
function knots(imports: Imports): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): number => {
    const mine = order.size;
    order.set(file, mine);
    let least = mine;
    stack.push(file);
    for (const next of imports.get(file) ?? []) {
      if (!order.has(next)) least = Math.min(least, visit(next));
      else if (stack.includes(next)) least = Math.min(least, order.get(next) ?? mine);
    }
    low.set(file, least);
    if (least === mine) {
      const knot = stack.splice(stack.indexOf(file));
      if (knot.length > 1 || imports.get(file)?.includes(file)) found.push(knot);
    }
    return least;
  };
  for (const file of imports.keys()) if (!order.has(file)) visit(file);
  return found;
}

/** Breadth first from each file of a knot back to itself. */
function shortestRound(imports: Imports, knot: readonly string[]): string[] {
  let best: string[] | null = null;
  for (const start of knot) {
    const ways: string[][] = [[start]];
    const seen = new Set<string>();
    for (let way = ways.shift(); way; way = ways.shift()) {
      if (best && way.length >= best.length) break;
      const nexts = imports.get(way.at(-1) ?? '') ?? [];
      if (nexts.includes(start)) {
        best = way;
        break;
      }
      for (const next of nexts) {
        if (seen.has(next) || !knot.includes(next)) continue;
        seen.add(next);
        ways.push([...way, next]);
      }
    }
  }
  return best ?? [...knot];
}

if (import.meta.main) {
  const root = process.argv[2] ?? process.cwd();
  const circles = findCircles(readImports(root, ownFiles(root, PARTS)));
  report(
    circles.map(
      (circle) =>
        `A circle of imports: ${[...circle, circle[0]].join(' → ')}. ` +
        'Move what both ends need into a file below them, or hand it in as an argument.',
    ),
  );
}
