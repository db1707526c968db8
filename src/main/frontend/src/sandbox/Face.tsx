import { useLayoutEffect, useRef, useState } from "react";

type FaceProps = { name: string; color?: string; picture?: string | null; size: "tiny" | "small" | "large" };

/** Somebody's picture, or else their first letter on a colour. */
export function Face({ name, color, picture, size }: FaceProps) {
  const element = useRef<HTMLSpanElement>(null);
  const [broken, setBroken] = useState(false);
  useLayoutEffect(() => {
    if (color !== undefined) element.current?.style.setProperty("background-color", color);
  }, [color]);
  return (
    <span ref={element} className={`face face--${size}`} aria-hidden="true">
      {picture && !broken ? (
        <img src={picture} alt="" onError={() => setBroken(true)} />
      ) : (
        name.charAt(0).toLocaleUpperCase()
      )}
    </span>
  );
}
