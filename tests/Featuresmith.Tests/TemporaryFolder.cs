namespace Featuresmith.Tests;

/// <summary>A folder of one test, gone when the test is.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("featuresmith-test-").FullName;

    /// <summary>Writes a file below the folder, with the folders on its way. An install.sh may be executed, as people's are.</summary>
    public string Write(string path, string text)
    {
        var file = System.IO.Path.Combine(Path, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        if (System.IO.Path.GetFileName(file) == "install.sh")
        {
            File.SetUnixFileMode(file, File.GetUnixFileMode(file) | UnixFileMode.UserExecute);
        }

        return file;
    }

    public string Read(string path) => File.ReadAllText(System.IO.Path.Combine(Path, path));

    /// <summary>Every file with its bytes, mode and time of change, to see whether anything was touched.</summary>
    public IReadOnlyDictionary<string, string> Snapshot() =>
        Directory
            .EnumerateFiles(Path, "*", SearchOption.AllDirectories)
            .ToDictionary(
                file => System.IO.Path.GetRelativePath(Path, file),
                file =>
                    $"{Convert.ToHexString(File.ReadAllBytes(file))} {File.GetLastWriteTimeUtc(file):O} {Mode(file)}"
            );

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static string Mode(string file) => OperatingSystem.IsWindows() ? "" : $"{File.GetUnixFileMode(file)}";
}
