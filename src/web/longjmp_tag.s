	# The exception that longjmp() throws. The compiler refers to it; zig's C library lacks it.
	.tagtype __c_longjmp i32
	.globl __c_longjmp
__c_longjmp:
