import { Navigate } from "react-router";
import { firstScreen } from "./roles";
import { SignedIn } from "./SignedIn";

/** Where a person begins who asked for no screen. */
export function FirstScreen() {
  return <SignedIn>{(me) => <Navigate to={firstScreen(me)} replace />}</SignedIn>;
}
