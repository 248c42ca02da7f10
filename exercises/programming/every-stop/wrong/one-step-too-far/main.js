export function announce(stops) {
 for (let i = 0; i <= stops.length; i++) { console.log(stops[i]); }
 console.log(stops.length);
}

announce(["Flagey", "Louise", "Midi"]);
