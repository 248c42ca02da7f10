/*
 * System calls that no program in the sandbox has a use for: doors into the kernel that its faults came through, and what
 * the other walls stand on. Numbers: the kernel's `syscall_64.tbl` for x64, `asm-generic/unistd.h` for arm64; null where
 * there is no such call.
 */
type Numbers = readonly [x64: number | null, arm64: number | null];

const same = (number: number): Numbers => [number, number];

export const DENIED_CALLS: Readonly<Record<string, Numbers>> = {
	// Other processes.
	ptrace: [101, 117],
	process_vm_readv: [310, 270],
	process_vm_writev: [311, 271],
	kcmp: [312, 272],
	pidfd_getfd: same(438),
	process_madvise: same(440),
	// Namespaces and mounts.
	unshare: [272, 97],
	setns: [308, 268],
	mount: [165, 40],
	umount2: [166, 39],
	pivot_root: [155, 41],
	chroot: [161, 51],
	open_tree: same(428),
	move_mount: same(429),
	fsopen: same(430),
	fsconfig: same(431),
	fsmount: same(432),
	fspick: same(433),
	mount_setattr: same(442),
	name_to_handle_at: [303, 264],
	open_by_handle_at: [304, 265],
	// Sockets of every kind. Deno's own signals go through a pair, which is another call.
	socket: [41, 198],
	// What ordinary programs live without, and much was found in.
	bpf: [321, 280],
	userfaultfd: [323, 282],
	perf_event_open: [298, 241],
	io_uring_setup: same(425),
	io_uring_enter: same(426),
	io_uring_register: same(427),
	add_key: [248, 217],
	request_key: [249, 218],
	keyctl: [250, 219],
	fanotify_init: [300, 262],
	memfd_secret: same(447),
	move_pages: [279, 239],
	migrate_pages: [256, 238],
	shmget: [29, 194],
	semget: [64, 190],
	msgget: [68, 186],
	mq_open: [240, 180],
	personality: [135, 92],
	modify_ldt: [154, null],
	uselib: [134, null],
	ustat: [136, null],
	sysfs: [139, null],
	// The machine.
	kexec_load: [246, 104],
	kexec_file_load: [320, 294],
	init_module: [175, 105],
	finit_module: [313, 273],
	delete_module: [176, 106],
	reboot: [169, 142],
	swapon: [167, 224],
	swapoff: [168, 225],
	acct: [163, 89],
	quotactl: [179, 60],
	quotactl_fd: same(443),
	syslog: [103, 116],
	settimeofday: [164, 170],
	clock_settime: [227, 112],
	clock_adjtime: [305, 266],
	adjtimex: [159, 171],
	sethostname: [170, 161],
	setdomainname: [171, 162],
	vhangup: [153, 58],
	iopl: [172, null],
	ioperm: [173, null]
};
