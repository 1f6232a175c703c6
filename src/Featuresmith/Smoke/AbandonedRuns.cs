namespace Featuresmith.Smoke;

/// <summary>Removes what runs left behind that were killed before they could do it themselves.</summary>
internal static class AbandonedRuns
{
    public static async Task RemoveAsync(ContainerEngine engine, CancellationToken cancellation)
    {
        foreach (var folder in RunFolder.Abandoned())
        {
            await engine.RemoveContainersAsync(SmokeNames.RunLabelOf(folder.Run), cancellation);
            await engine.RemoveByNameAsync(folder.Run, cancellation);
            folder.Dispose();
        }
    }
}
