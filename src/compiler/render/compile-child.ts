/** The killable process that compiles and renders posts and decodes their pictures: one JSON request a line in, one JSON answer a line out. `renderer.ts` starts it. */
import { createInterface } from 'node:readline';
import { bundleMDX } from 'mdx-bundler';
import React from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import * as jsxRuntime from 'react/jsx-runtime';
import { DEFAULT_LOCALE } from '#paths';
import { components } from '#ui/mdx/components.tsx';
import { translator } from '#ui/translator.ts';
import type { ChildAnswer, ChildMessage, ChildRequest, CompileRequest } from './child-protocol.ts';
import { compilePost } from './compile-post.ts';
import { encodePicture } from './encode-picture.ts';

/** Runs what the bundler made of a checked post. Nothing else in the product evaluates a post. */
function toHtml(code: string, { facts, locale, site }: CompileRequest): string {
  const evaluate = new Function('React', '_jsx_runtime', code) as (
    react: typeof React,
    runtime: typeof jsxRuntime,
  ) => { default: React.ComponentType<{ components: object }> };
  return renderToStaticMarkup(
    React.createElement(evaluate(React, jsxRuntime).default, { components: components({ facts, locale, site, t: translator(locale) }) }),
  );
}

function answer(message: ChildMessage): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

const empty: CompileRequest = { body: 'Warm', kind: 'note', locale: DEFAULT_LOCALE, facts: null, site: null, published: null, head: null, pictures: {} };
const work = (request: ChildRequest): Promise<ChildAnswer> =>
  'picture' in request ? encodePicture(request) : compilePost(request, { bundle: bundleMDX, toHtml });

// The first compilation loads everything and starts the bundler's service; the first author need not wait for it.
await work(empty);
answer({ ready: true });
for await (const line of createInterface({ input: process.stdin })) answer(await work(JSON.parse(line) as ChildRequest));
process.exit(0);
