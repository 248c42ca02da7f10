export function announce(stops) {
 console.log(stops.length); for (const stop of stops) { console.log(stop); }
}

announce(["Flagey", "Louise", "Midi"]);
