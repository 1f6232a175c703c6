using System.Collections.Concurrent;

namespace Featuresmith.Smoke;

/// <summary>The base images of a run. Each is looked for once, and fetched once where it is missing.</summary>
/// <param name="engine">The engine.</param>
/// <param name="retries">How often a fetch is tried again after a fault of the network.</param>
internal sealed class BaseImages(ContainerEngine engine, int retries)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<BaseImage>>> images = new(StringComparer.Ordinal);

    /// <summary>The image as the engine has it, now or after a fetch.</summary>
    /// <param name="image">Its name.</param>
    /// <param name="cancellation">Ends the run, and with it the fetch.</param>
    public Task<BaseImage> FindAsync(string image, CancellationToken cancellation) =>
        images.GetOrAdd(image, _ => new Lazy<Task<BaseImage>>(() => AskAsync(image, cancellation))).Value;

    private async Task<BaseImage> AskAsync(string image, CancellationToken cancellation)
    {
        if (await engine.ImageIdAsync(image, cancellation) is { } there)
        {
            return new BaseImage(there, null);
        }

        for (var tries = 0; ; tries++)
        {
            var words = await engine.PullAsync(image, cancellation);
            if (words is null && await engine.ImageIdAsync(image, cancellation) is { } fetched)
            {
                return new BaseImage(fetched, null);
            }

            if (tries >= retries || !NetworkFault.In(words ?? ""))
            {
                return new BaseImage(
                    null,
                    $"the engine neither has the base image {image} nor can fetch it ({words ?? "it is gone again"}); "
                        + "-i names another, a scenario's \"image\" or \"baseImages\" in features/collection.jsonc the usual ones"
                );
            }
        }
    }
}
