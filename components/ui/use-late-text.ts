'use client';

import { useEffect, useRef, useState, type ChangeEvent } from 'react';

const typingMilliseconds = 250;

/** The text of an input that is told of, without the white space around it, when typing pauses. */
export function useLateText(value: string, onChange: (text: string) => void) {
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const send = useRef(onChange);
  send.current = onChange;

  // It can change from outside: back, a cleared filter.
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);

  useEffect(() => {
    if (text.trim() === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = text.trim();
      send.current(sent.current);
    }, typingMilliseconds);
    return () => clearTimeout(timer);
  }, [text]);

  return { value: text, onChange: (event: ChangeEvent<HTMLInputElement>) => setText(event.target.value) };
}
