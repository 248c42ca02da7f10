/**
 * Why what is written is not kept on the device. `nothing`: the browser has nothing to keep it in. `full`: there is no room.
 * `newer`: a newer build has taken the database over. `held`: a tab of an older build does not let go of it. `broken`: it
 * failed in another way.
 */
export type NotKept = 'nothing' | 'full' | 'newer' | 'held' | 'broken';
