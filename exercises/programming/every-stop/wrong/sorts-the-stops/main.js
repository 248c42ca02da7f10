export function announce(stops) {
 stops.sort(); for (const stop of stops) { console.log(stop); }
 console.log(stops.length);
}

announce(["Flagey", "Louise", "Midi"]);
