import { useLayoutEffect, useRef } from "react";

/** A customer's picture: the first letter on the colour that the sandbox made up. */
export function Picture({ name, color, size }: { name: string; color: string; size: "small" | "large" }) {
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    element.current?.style.setProperty("background-color", color);
  }, [color]);
  return (
    <span ref={element} className={`picture picture--${size}`} aria-hidden="true">
      {name.charAt(0).toLocaleUpperCase()}
    </span>
  );
}
