using NUnit.Framework;

namespace Featuresmith.Tests.JsonSchema;

/// <summary>The test data that lies beside the checkout, in <c>../shared/data</c>, and is never copied into it.</summary>
internal static class SharedData
{
    private static readonly string? Root = Find();

    /// <summary>A folder of the data; the test is ignored where it is absent.</summary>
    public static string Folder(string name)
    {
        var path = Root is null ? null : Path.Combine(Root, name);
        if (path is null || !Directory.Exists(path))
        {
            Assert.Ignore($"The folder shared/data/{name} is not beside this checkout, so there is nothing to run.");
        }

        return path;
    }

    private static string? Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, "shared", "data");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
