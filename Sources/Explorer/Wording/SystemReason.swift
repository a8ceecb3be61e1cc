#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Language {
  /// What an error number of the system means.
  public func reason(_ code: Int32) -> String {
    switch code {
    case ENOENT: self("no such file or folder", "没有这个文件或文件夹")
    case EACCES, EPERM: self("permission denied", "没有权限")
    case ENOSPC, EDQUOT: self("no space left", "磁盘空间不足")
    case EROFS: self("the file system is read-only", "文件系统只读")
    case EISDIR: self("it is a folder", "它是文件夹")
    case ENOTDIR: self("part of the path is not a folder", "路径的一部分不是文件夹")
    case ENAMETOOLONG: self("the name is too long", "名称过长")
    case ELOOP: self("too many links", "链接层数过多")
    case EIO: self("the device reported an error", "设备报告错误")
    case EMFILE, ENFILE: self("too many open files", "打开的文件过多")
    case EPIPE: self("the reader has gone", "读取方已关闭")
    default: self("error \(code) of the system", "系统错误 \(code)")
    }
  }
}
