import { settings } from "./settings";

const FIRST_HZ = 660;
const SECOND_HZ = 880;
const LOUDNESS = 0.12;
const NOTE_S = 0.16;

let audio: AudioContext | undefined;

/** Two short notes, made on the spot; a browser that was not clicked into yet stays silent. */
export function chime(): void {
  try {
    audio ??= new AudioContext();
    if (audio.state === "suspended") void audio.resume();
    const begin = audio.currentTime;
    for (const [index, hertz] of [FIRST_HZ, SECOND_HZ].entries()) {
      const note = audio.createOscillator();
      const volume = audio.createGain();
      const at = begin + index * NOTE_S;
      note.frequency.value = hertz;
      volume.gain.setValueAtTime(LOUDNESS, at);
      volume.gain.exponentialRampToValueAtTime(0.001, at + NOTE_S);
      note.connect(volume).connect(audio.destination);
      note.start(at);
      note.stop(at + NOTE_S);
    }
  } catch {
    // Without sound the notification and the title are still there.
  }
}

/** Whether the browser lets us show notifications: not asked yet, or what was answered. */
export const notificationPermission = (): NotificationPermission | "missing" =>
  "Notification" in window ? Notification.permission : "missing";

/** Calls the agent to a conversation that has come to them, as they like to be called. */
export function alertTo(title: string, body: string, open: () => void): void {
  const { sound, notifications } = settings();
  if (sound) chime();
  if (!notifications || notificationPermission() !== "granted" || document.visibilityState === "visible") return;
  try {
    const shown = new Notification(title, { body, tag: title });
    shown.onclick = () => {
      window.focus();
      open();
      shown.close();
    };
  } catch {
    // Chrome on Android lets service workers alone show notifications, and says so here only.
  }
}
