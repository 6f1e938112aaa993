"""What takes rights away from a process, for good: each fence is put up once, from inside, and no way leads back."""
