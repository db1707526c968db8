/** A line of server-sent events whose fate the test decides. */
export class Line extends EventTarget {
  static readonly CLOSED = 2;
  static opened: Line[] = [];
  static newest(): Line {
    const line = Line.opened.at(-1);
    if (line === undefined) throw new Error("Expected an open line, but there is none");
    return line;
  }

  readyState = 0;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;

  constructor(readonly url: string) {
    super();
    Line.opened.push(this);
  }
  connects() {
    this.readyState = 1;
    this.onopen?.();
  }
  breaks() {
    this.readyState = 0;
    this.onerror?.();
  }
  isRefused() {
    this.readyState = Line.CLOSED;
    this.onerror?.();
  }
  tells(name: string, data: unknown) {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }));
  }
  close() {
    this.readyState = Line.CLOSED;
  }
}
