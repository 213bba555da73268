import type { Finding, Fix } from '#compiler/text/finding.ts';
import { lineIndex } from '#compiler/text/line-index.ts';
import type { YamlResult } from '#compiler/text/yaml/read-yaml.ts';
import type { CompileAnswer } from './child-protocol.ts';

interface File {
  source: string;
  /** Units of its front matter that the text below it was sent without. */
  shift: number;
  head: { title: string; summary: string } | null;
  placeIn: YamlResult['placeIn'];
}

/** Findings as they are said of the file: those of a value of the front matter where it is written, and offsets counted from the file's beginning. */
export function placeFindings(findings: CompileAnswer['findings'], { source, shift, head, placeIn }: File): Finding[] {
  const inSource = lineIndex(source);
  return findings.map(({ field, fix, ...finding }): Finding => {
    if (!field || !head) return withFix(finding, fix && { ...fix, from: fix.from + shift, to: fix.to + shift });
    const written = (offset: number) => placeIn([field], offset);
    const place = written(lineIndex(head[field]).offsetOf(finding));
    const from = inSource.offsetOf(place);
    if (!fix) return { ...finding, ...place };
    // Of more than an empty place the last letter is where it ends; what is written by an escape is no place to put words.
    const to = fix.to > fix.from ? inSource.offsetOf(written(fix.to - 1)) + 1 : from;
    const isPlain = source.slice(from, to) === head[field].slice(fix.from, fix.to);
    return withFix({ ...finding, ...place }, isPlain ? { from, to, text: fix.text } : undefined);
  });
}

function withFix(finding: Finding, fix: Fix | undefined): Finding {
  return fix ? { ...finding, fix } : finding;
}
