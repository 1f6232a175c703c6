namespace Featuresmith.Tests;

/// <summary>Finds the files of this repository, and the test data that lies beside it.</summary>
internal static class RepositoryFiles
{
    /// <summary>The repository's root.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A folder below ../shared/data; the test is ignored where it is absent.</summary>
    public static string SharedData(string path)
    {
        var folder = Path.GetFullPath(Path.Combine(Root, "..", "shared", "data", path));
        if (!Directory.Exists(folder))
        {
            NUnit.Framework.Assert.Ignore($"{folder} is absent: this test reads it");
        }

        return folder;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Featuresmith.slnx")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("the tests do not lie in the repository");
        }

        return folder.FullName;
    }
}
