#if canImport(Glibc)
  import CMalloc
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How much of this process lies in memory, in bytes; 0 where the system does not say (`/proc/self/statm`).
///
/// What was freed and the allocator still holds is given back first: a large window leaves holes that are no growth.
func residentMemory() -> Int {
  #if canImport(Glibc)
    malloc_trim(0)
  #endif
  guard let file = fopen("/proc/self/statm", "r") else { return 0 }
  defer { fclose(file) }
  var buffer = [UInt8](repeating: 0, count: 256)
  let count = fread(&buffer, 1, buffer.count, file)
  let words = String(decoding: buffer.prefix(count), as: UTF8.self).split(separator: " ")
  return (words.dropFirst().first.flatMap { Int($0) } ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
}
