/** The killable process that compiles and renders posts: one JSON request a line in, one JSON answer a line out. `renderer.ts` starts it. */
import { createInterface } from 'node:readline';
import { bundleMDX } from 'mdx-bundler';
import React from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import * as jsxRuntime from 'react/jsx-runtime';
import { components } from '#ui/mdx/components.tsx';
import type { ChildMessage, CompileAnswer, CompileRequest } from './child-protocol.ts';
import { compilePost } from './compile-post.ts';

/** Runs what the bundler made of a checked post. Nothing else in the product evaluates a post. */
function toHtml(code: string, { facts, locale, site }: CompileRequest): string {
  const evaluate = new Function('React', '_jsx_runtime', code) as (
    react: typeof React,
    runtime: typeof jsxRuntime,
  ) => { default: React.ComponentType<{ components: object }> };
  return renderToStaticMarkup(React.createElement(evaluate(React, jsxRuntime).default, { components: components({ facts, locale, site }) }));
}

function answer(message: ChildMessage): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

const empty: CompileRequest = { body: 'Warm', kind: 'note', locale: 'en', facts: null, site: null };
const compile = (request: CompileRequest): Promise<CompileAnswer> => compilePost(request, { bundle: bundleMDX, toHtml });

// The first compilation loads everything and starts the bundler's service; the first author need not wait for it.
await compile(empty);
answer({ ready: true });
for await (const line of createInterface({ input: process.stdin })) answer(await compile(JSON.parse(line) as CompileRequest));
process.exit(0);
