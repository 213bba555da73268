import type { RefObject } from 'react';
import type { TextHandle } from './text-field.tsx';
import type { Finding } from '#compiler/text/finding.ts';
import type { Checked } from './use-check.ts';
import { fill, type Words } from './words.ts';

interface FindingsProps {
  checked: Checked | null;
  words: Words;
  /** The field that they lead to; without one they are only said. */
  text?: RefObject<TextHandle | null> | undefined;
  /** The text was changed since: a fix would meet other words. */
  isOld?: boolean;
}

/** What is wrong with the text, in its order. */
export function Findings({ checked, words, text, isOld = false }: FindingsProps) {
  return (
    <section className="findings" aria-labelledby="findings">
      <h2 id="findings">{words['findings.title']}</h2>
      {checked === null && <p className="meta">{words['findings.unchecked']}</p>}
      {checked?.findings.length === 0 && <p className="meta">{words['findings.none']}</p>}
      <ol>
        {checked?.findings.map((finding) => (
          <li key={`${finding.line}:${finding.column} ${finding.rule} ${finding.message}`} className={finding.severity}>
            <OneFinding finding={finding} words={words} text={text} isOld={isOld} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function OneFinding({ finding, words, text, isOld }: { finding: Finding } & Pick<FindingsProps, 'words' | 'text' | 'isOld'>) {
  const { line, column, rule, severity, message, fix } = finding;
  const place = fill(words['findings.place'], { line, column });
  const sort = <span className={severity === 'error' ? 'state act' : 'state rec'}>{words[`findings.${severity}`]}</span>;
  return (
    <>
      {text ? (
        <button type="button" className="jump-to" onClick={() => text.current?.jump(finding)}>
          {sort} <span className="meta">{place}</span>
        </button>
      ) : (
        <p>
          {sort} <span className="meta">{place}</span>
        </p>
      )}
      <p>
        <bdi>{message}</bdi>
      </p>
      {fix && text && !isOld && (
        <button type="button" className="btn q" onClick={() => text.current?.fix(finding)}>
          {words['findings.fix']}
        </button>
      )}
      <p className="meta">
        <code>{rule}</code>
      </p>
    </>
  );
}
