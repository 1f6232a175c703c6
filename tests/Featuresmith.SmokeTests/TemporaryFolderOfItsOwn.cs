using NUnit.Framework;

namespace Featuresmith.SmokeTests;

/// <summary>Gives these tests a temporary folder to themselves: they count what runs leave there, and others leave things too.</summary>
[SetUpFixture]
public class TemporaryFolderOfItsOwn
{
    private const string Variable = "TMPDIR";

    private string? before;
    private string folder = "";

    [OneTimeSetUp]
    public void Make()
    {
        before = Environment.GetEnvironmentVariable(Variable);
        folder = Directory.CreateTempSubdirectory("fsm-tests-").FullName;
        Environment.SetEnvironmentVariable(Variable, folder);
    }

    [OneTimeTearDown]
    public void Remove()
    {
        Environment.SetEnvironmentVariable(Variable, before);
        Directory.Delete(folder, recursive: true);
    }
}
