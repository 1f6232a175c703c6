using Featuresmith.Publishing;

namespace Featuresmith.Tests.Publishing;

/// <summary>Watches publishing and says nothing.</summary>
internal sealed class Silence : IPublishObserver
{
    public void Begun(string id, long bytes) { }

    public void Sent(string id, long bytes) { }

    public void Stopping() { }

    public void Ended(FeatureResult result) { }
}
